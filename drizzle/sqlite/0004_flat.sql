DROP INDEX `cases_by_end`;--> statement-breakpoint
DROP INDEX `cases_by_did`;--> statement-breakpoint
CREATE INDEX `cases_by_end` ON `cases` (`state`,`ends_at`,`did`);--> statement-breakpoint
CREATE INDEX `cases_by_did` ON `cases` (`state`,`did`,`first_missed_at`,`id`,`visible_from`);--> statement-breakpoint
CREATE INDEX `quarantine_waiting` ON `quarantine` (`delivery_id`,`position`) WHERE settled_at is null;