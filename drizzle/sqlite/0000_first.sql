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
	`case_id` text
);
--> statement-breakpoint
CREATE INDEX `calls_of_caller` ON `calls` (`caller`,`started_at`);--> statement-breakpoint
CREATE INDEX `calls_of_case` ON `calls` (`case_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `calls_of_did` ON `calls` (`did`);--> statement-breakpoint
CREATE INDEX `calls_by_deciding` ON `calls` (`decides_at`);--> statement-breakpoint
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
	`due_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`last_attempt_at` integer,
	`last_attempt_by` text,
	`closed_at` integer,
	`closed_by` text,
	`previous` text,
	`visible_from` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `cases_of_caller` ON `cases` (`caller`);--> statement-breakpoint
CREATE INDEX `cases_by_wait` ON `cases` (`state`,`first_missed_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_did` ON `cases` (`state`,`did`,`first_missed_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_last` ON `cases` (`state`,`last_missed_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_due` ON `cases` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `cases_by_closing` ON `cases` (`closed_at`,`id`);--> statement-breakpoint
CREATE TABLE `decision_calls` (
	`decision_id` text NOT NULL,
	`call_id` text NOT NULL,
	PRIMARY KEY(`decision_id`, `call_id`)
);
--> statement-breakpoint
CREATE INDEX `decisions_of_call` ON `decision_calls` (`call_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`by` text NOT NULL,
	`note` text,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`received_at` integer NOT NULL,
	`token` text NOT NULL,
	`method` text NOT NULL,
	`content_type` text,
	`body` blob NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `dids` (
	`did` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `legs` (
	`copy` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`call_id` text NOT NULL,
	`delivery_id` integer NOT NULL,
	`first_received_at` integer NOT NULL,
	`app_id` text,
	`conversation` text NOT NULL,
	`has_conversation` integer NOT NULL,
	`leg_uuid` text,
	`request_id` text,
	`side` text,
	`direction` text,
	`status` text NOT NULL,
	`status_text` text,
	`from` text,
	`to` text,
	`virtual_number` text,
	`caller_id` text,
	`time` integer,
	`started_at` integer,
	`answered_at` integer,
	`ended_at` integer,
	`duration_seconds` integer,
	`waited_seconds` integer,
	`params` text,
	`hangup_reason` text,
	`user` text,
	`team` text,
	`menu` text,
	`voicemail` text,
	`recording` text,
	`record_type` text,
	`rate` text,
	`balance` text
);
--> statement-breakpoint
CREATE INDEX `legs_of_call` ON `legs` (`call_id`);--> statement-breakpoint
CREATE TABLE `pulse` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quarantine` (
	`delivery_id` integer NOT NULL,
	`position` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`delivery_id`, `position`)
);
--> statement-breakpoint
INSERT INTO `pulse` (`id`, `revision`) VALUES (1, 0);
