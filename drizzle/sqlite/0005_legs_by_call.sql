CREATE TABLE `__new_legs` (
	`copy` text NOT NULL,
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
	`balance` text,
	PRIMARY KEY(`call_id`, `copy`)
);
--> statement-breakpoint
INSERT INTO `__new_legs`("copy", "id", "call_id", "delivery_id", "first_received_at", "app_id", "conversation", "has_conversation", "leg_uuid", "request_id", "side", "direction", "status", "status_text", "from", "to", "virtual_number", "caller_id", "time", "started_at", "answered_at", "ended_at", "duration_seconds", "waited_seconds", "params", "hangup_reason", "user", "team", "menu", "voicemail", "recording", "record_type", "rate", "balance") SELECT "copy", "id", "call_id", "delivery_id", "first_received_at", "app_id", "conversation", "has_conversation", "leg_uuid", "request_id", "side", "direction", "status", "status_text", "from", "to", "virtual_number", "caller_id", "time", "started_at", "answered_at", "ended_at", "duration_seconds", "waited_seconds", "params", "hangup_reason", "user", "team", "menu", "voicemail", "recording", "record_type", "rate", "balance" FROM `legs`;--> statement-breakpoint
DROP TABLE `legs`;--> statement-breakpoint
ALTER TABLE `__new_legs` RENAME TO `legs`;--> statement-breakpoint
CREATE INDEX `legs_of_delivery` ON `legs` (`delivery_id`);