-- The projections are made anew: the desk folds them again from what was kept (desk/rebuild.ts).
DROP TABLE `calls`;
--> statement-breakpoint
DROP TABLE `cases`;
--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`direction` text NOT NULL,
	`caller` text NOT NULL,
	`caller_raw` text,
	`did` text NOT NULL,
	`did_raw` text,
	`started_at` integer NOT NULL,
	`first_received_at` integer NOT NULL,
	`ring_ms` integer,
	`verdict` text NOT NULL,
	`rule` integer NOT NULL,
	`mark` text,
	`decides_at` integer,
	`is_short` integer NOT NULL,
	`is_out_of_hours` integer NOT NULL,
	`caller_answered` integer,
	`talk_seconds` integer,
	`other` text,
	`other_answered` integer,
	`other_talk_seconds` integer,
	`staff` text,
	`case_id` text
);
--> statement-breakpoint
CREATE INDEX `calls_of_caller` ON `calls` (`caller`,`started_at`);
--> statement-breakpoint
CREATE INDEX `calls_to_other` ON `calls` (`other`,`started_at`);
--> statement-breakpoint
CREATE INDEX `calls_by_start` ON `calls` (`started_at`);
--> statement-breakpoint
CREATE INDEX `calls_of_case` ON `calls` (`case_id`,`started_at`);
--> statement-breakpoint
CREATE INDEX `calls_of_did` ON `calls` (`did`);
--> statement-breakpoint
CREATE INDEX `calls_by_deciding` ON `calls` (`decides_at`);
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`caller` text NOT NULL,
	`caller_raw` text,
	`did` text NOT NULL,
	`did_raw` text,
	`state` text NOT NULL,
	`outcome` text,
	`calls_total` integer NOT NULL,
	`missed_count` integer NOT NULL,
	`first_missed_at` integer NOT NULL,
	`last_missed_at` integer NOT NULL,
	`clock_starts_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`is_short` integer NOT NULL,
	`attempts` integer NOT NULL,
	`last_attempt_at` integer,
	`last_attempt_by` text,
	`tried_at` integer,
	`reached_at` integer,
	`claimed_by` text,
	`claim_lapses_at` integer,
	`wakes_at` integer,
	`closed_at` integer,
	`closed_by` text,
	`closed_by_call` text,
	`expires_at` integer NOT NULL,
	`ends_at` integer,
	`visible_from` integer NOT NULL,
	`spans_from` integer NOT NULL,
	`spans_to` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `cases_of_caller` ON `cases` (`caller`,`spans_to`);
--> statement-breakpoint
CREATE INDEX `cases_open_of_caller` ON `cases` (`caller`,`state`);
--> statement-breakpoint
CREATE INDEX `cases_in_turn` ON `cases` (`caller`,`did`,`spans_from`);
--> statement-breakpoint
CREATE INDEX `cases_by_end` ON `cases` (`state`,`ends_at`);
--> statement-breakpoint
CREATE INDEX `cases_by_wait` ON `cases` (`state`,`first_missed_at`,`id`);
--> statement-breakpoint
CREATE INDEX `cases_by_did` ON `cases` (`state`,`did`,`first_missed_at`,`id`);
--> statement-breakpoint
CREATE INDEX `cases_by_last` ON `cases` (`state`,`last_missed_at`,`id`);
--> statement-breakpoint
CREATE INDEX `cases_by_due` ON `cases` (`state`,`due_at`);
--> statement-breakpoint
CREATE INDEX `cases_by_last_end` ON `cases` (`ends_at`,`id`);
--> statement-breakpoint
CREATE INDEX `cases_by_waking` ON `cases` (`wakes_at`);
--> statement-breakpoint
CREATE INDEX `cases_by_lapse` ON `cases` (`claim_lapses_at`);
--> statement-breakpoint
CREATE INDEX `cases_by_clock` ON `cases` (`clock_starts_at`);
--> statement-breakpoint
CREATE TABLE `settings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scope` text NOT NULL,
	`did` text,
	`from` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`by` text NOT NULL,
	`settings` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `pulse` ADD `folded_by` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `quarantine` ADD `settled_at` integer;
--> statement-breakpoint
ALTER TABLE `quarantine` ADD `settled_by` text;
--> statement-breakpoint
ALTER TABLE `quarantine` ADD `settled_as` text;
--> statement-breakpoint
ALTER TABLE `quarantine` ADD `note` text;
--> statement-breakpoint
ALTER TABLE `decisions` ADD `until` integer;
--> statement-breakpoint
-- A body that could not be opened at all has a place of its own now (desk/quarantine.ts).
UPDATE `quarantine` SET `position` = -1 WHERE `position` = 0 AND (`reason` LIKE 'The body is neither%' OR `reason` LIKE 'The JSON is not a record%' OR `reason` LIKE 'The list of records is empty%' OR `reason` LIKE 'The list holds more than%');
