CREATE TABLE `choices` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`saved_at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`lease_ends_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
ALTER TABLE `quarantine` ADD `withdrawn_by` text;--> statement-breakpoint
CREATE INDEX `legs_of_delivery` ON `legs` (`delivery_id`);