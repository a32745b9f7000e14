DROP INDEX `parts_of_caller`;--> statement-breakpoint
DROP INDEX `calls_of_caller`;--> statement-breakpoint
CREATE INDEX `calls_of_caller` ON `calls` (`caller`,`started_at`,`id`,`did`,`direction`,`verdict`,`decides_at`,`caller_answered`,`talk_seconds`,`other_answered`,`other_talk_seconds`);--> statement-breakpoint
DROP INDEX `cases_by_end`;--> statement-breakpoint
DROP INDEX `cases_by_did`;--> statement-breakpoint
CREATE INDEX `cases_by_end` ON `cases` (`state`,`ends_at`,`did`);--> statement-breakpoint
CREATE INDEX `cases_by_did` ON `cases` (`state`,`did`,`first_missed_at`,`id`,`visible_from`);--> statement-breakpoint
CREATE INDEX `quarantine_waiting` ON `quarantine` (`delivery_id`,`position`) WHERE settled_at is null;