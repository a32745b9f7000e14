CREATE TABLE `caller_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`caller` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`text` text NOT NULL,
	`removed_at` integer,
	`removed_by` text
);
--> statement-breakpoint
CREATE INDEX `notes_of_caller` ON `caller_notes` (`caller`,`at`);--> statement-breakpoint
CREATE TABLE `callers` (
	`caller` text PRIMARY KEY NOT NULL,
	`name` text,
	`is_spam` integer DEFAULT false NOT NULL,
	`saved_at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `callers_by_name` ON `callers` (lower("name"),`caller`);--> statement-breakpoint
CREATE TABLE `number_parts` (
	`part` text NOT NULL,
	`caller` text NOT NULL,
	PRIMARY KEY(`part`, `caller`)
);
--> statement-breakpoint
CREATE INDEX `parts_of_caller` ON `number_parts` (`caller`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `views_of_person` ON `saved_views` (`person_id`,`at`);--> statement-breakpoint
DROP INDEX `calls_of_did`;--> statement-breakpoint
CREATE INDEX `calls_by_verdict` ON `calls` (`verdict`,`started_at`);--> statement-breakpoint
CREATE INDEX `calls_of_staff` ON `calls` (`staff`,`started_at`);--> statement-breakpoint
CREATE INDEX `calls_of_did` ON `calls` (`did`,`started_at`);--> statement-breakpoint
CREATE INDEX `cases_by_missed` ON `cases` (`last_missed_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_of_did_by_missed` ON `cases` (`did`,`last_missed_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_of_did_by_end` ON `cases` (`did`,`ends_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_outcome` ON `cases` (`outcome`,`ends_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_closer` ON `cases` (`closed_by`,`ends_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_trier` ON `cases` (`last_attempt_by`,`ends_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_length` ON `cases` (("last_missed_at" - "first_missed_at")) WHERE missed_count > 1;