-- The projections are made anew: the desk folds them again from what was kept (desk/rebuild.ts).
DROP TABLE "calls";
--> statement-breakpoint
DROP TABLE "cases";
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation" text NOT NULL,
	"direction" text NOT NULL,
	"caller" text NOT NULL,
	"caller_raw" text,
	"did" text NOT NULL,
	"did_raw" text,
	"started_at" bigint NOT NULL,
	"first_received_at" bigint NOT NULL,
	"ring_ms" bigint,
	"verdict" text NOT NULL,
	"rule" bigint NOT NULL,
	"mark" text,
	"decides_at" bigint,
	"is_short" boolean NOT NULL,
	"is_out_of_hours" boolean NOT NULL,
	"caller_answered" boolean,
	"talk_seconds" bigint,
	"other" text,
	"other_answered" boolean,
	"other_talk_seconds" bigint,
	"staff" text,
	"case_id" text
);
--> statement-breakpoint
CREATE INDEX "calls_of_caller" ON "calls" USING btree ("caller","started_at");
--> statement-breakpoint
CREATE INDEX "calls_to_other" ON "calls" USING btree ("other","started_at");
--> statement-breakpoint
CREATE INDEX "calls_by_start" ON "calls" USING btree ("started_at");
--> statement-breakpoint
CREATE INDEX "calls_of_case" ON "calls" USING btree ("case_id","started_at");
--> statement-breakpoint
CREATE INDEX "calls_of_did" ON "calls" USING btree ("did");
--> statement-breakpoint
CREATE INDEX "calls_by_deciding" ON "calls" USING btree ("decides_at");
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"caller" text NOT NULL,
	"caller_raw" text,
	"did" text NOT NULL,
	"did_raw" text,
	"state" text NOT NULL,
	"outcome" text,
	"calls_total" bigint NOT NULL,
	"missed_count" bigint NOT NULL,
	"first_missed_at" bigint NOT NULL,
	"last_missed_at" bigint NOT NULL,
	"clock_starts_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"is_short" boolean NOT NULL,
	"attempts" bigint NOT NULL,
	"last_attempt_at" bigint,
	"last_attempt_by" text,
	"tried_at" bigint,
	"reached_at" bigint,
	"claimed_by" text,
	"claim_lapses_at" bigint,
	"wakes_at" bigint,
	"closed_at" bigint,
	"closed_by" text,
	"closed_by_call" text,
	"expires_at" bigint NOT NULL,
	"ends_at" bigint,
	"visible_from" bigint NOT NULL,
	"spans_from" bigint NOT NULL,
	"spans_to" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "cases_of_caller" ON "cases" USING btree ("caller","spans_to");
--> statement-breakpoint
CREATE INDEX "cases_open_of_caller" ON "cases" USING btree ("caller","state");
--> statement-breakpoint
CREATE INDEX "cases_in_turn" ON "cases" USING btree ("caller","did","spans_from");
--> statement-breakpoint
CREATE INDEX "cases_by_end" ON "cases" USING btree ("state","ends_at");
--> statement-breakpoint
CREATE INDEX "cases_by_wait" ON "cases" USING btree ("state","first_missed_at","id");
--> statement-breakpoint
CREATE INDEX "cases_by_did" ON "cases" USING btree ("state","did","first_missed_at","id");
--> statement-breakpoint
CREATE INDEX "cases_by_last" ON "cases" USING btree ("state","last_missed_at","id");
--> statement-breakpoint
CREATE INDEX "cases_by_due" ON "cases" USING btree ("state","due_at");
--> statement-breakpoint
CREATE INDEX "cases_by_last_end" ON "cases" USING btree ("ends_at","id");
--> statement-breakpoint
CREATE INDEX "cases_by_waking" ON "cases" USING btree ("wakes_at");
--> statement-breakpoint
CREATE INDEX "cases_by_lapse" ON "cases" USING btree ("claim_lapses_at");
--> statement-breakpoint
CREATE INDEX "cases_by_clock" ON "cases" USING btree ("clock_starts_at");
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"did" text,
	"from" bigint NOT NULL,
	"saved_at" bigint NOT NULL,
	"by" text NOT NULL,
	"settings" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pulse" ADD COLUMN "folded_by" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "quarantine" ADD COLUMN "settled_at" bigint;
--> statement-breakpoint
ALTER TABLE "quarantine" ADD COLUMN "settled_by" text;
--> statement-breakpoint
ALTER TABLE "quarantine" ADD COLUMN "settled_as" text;
--> statement-breakpoint
ALTER TABLE "quarantine" ADD COLUMN "note" text;
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "until" bigint;
--> statement-breakpoint
-- A body that could not be opened at all has a place of its own now (desk/quarantine.ts).
UPDATE "quarantine" SET "position" = -1 WHERE "position" = 0 AND ("reason" LIKE 'The body is neither%' OR "reason" LIKE 'The JSON is not a record%' OR "reason" LIKE 'The list of records is empty%' OR "reason" LIKE 'The list holds more than%');
