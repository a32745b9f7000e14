CREATE TABLE "alert_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"target" text NOT NULL,
	"secret" text,
	"rules" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_look" (
	"id" text PRIMARY KEY NOT NULL,
	"delivery_id" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"at" bigint NOT NULL,
	"state" text NOT NULL,
	"tries" bigint NOT NULL,
	"next_at" bigint NOT NULL,
	"done_at" bigint,
	"trouble" text
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"person_id" text PRIMARY KEY NOT NULL,
	"every" text NOT NULL,
	"language" text NOT NULL,
	"zone" text NOT NULL,
	"saved_at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "cases_by_wait";--> statement-breakpoint
DROP INDEX "parts_of_caller";--> statement-breakpoint
DROP INDEX "calls_of_caller";--> statement-breakpoint
DROP INDEX "calls_to_other";--> statement-breakpoint
DROP INDEX "calls_of_staff";--> statement-breakpoint
DROP INDEX "calls_by_deciding";--> statement-breakpoint
DROP INDEX "cases_by_end";--> statement-breakpoint
DROP INDEX "cases_by_did";--> statement-breakpoint
DROP INDEX "cases_by_waking";--> statement-breakpoint
DROP INDEX "cases_by_lapse";--> statement-breakpoint
DROP INDEX "cases_by_outcome";--> statement-breakpoint
DROP INDEX "cases_by_closer";--> statement-breakpoint
DROP INDEX "cases_by_trier";--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "did" text;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_once" ON "alerts" USING btree ("about","kind","channel_id");--> statement-breakpoint
CREATE INDEX "alerts_by_next" ON "alerts" USING btree ("channel_id","state","next_at");--> statement-breakpoint
CREATE INDEX "alerts_by_time" ON "alerts" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "quarantine_waiting" ON "quarantine" USING btree ("delivery_id","position") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "calls_of_caller" ON "calls" USING btree ("caller","started_at","id","did","direction","verdict","decides_at","caller_answered","talk_seconds","other_answered","other_talk_seconds");--> statement-breakpoint
CREATE INDEX "calls_to_other" ON "calls" USING btree ("other","started_at") WHERE other is not null;--> statement-breakpoint
CREATE INDEX "calls_of_staff" ON "calls" USING btree ("staff","started_at") WHERE staff is not null;--> statement-breakpoint
CREATE INDEX "calls_by_deciding" ON "calls" USING btree ("decides_at") WHERE decides_at is not null;--> statement-breakpoint
CREATE INDEX "cases_by_end" ON "cases" USING btree ("state","ends_at","did");--> statement-breakpoint
CREATE INDEX "cases_by_did" ON "cases" USING btree ("state","did","first_missed_at","id","visible_from");--> statement-breakpoint
CREATE INDEX "cases_by_waking" ON "cases" USING btree ("wakes_at") WHERE wakes_at is not null;--> statement-breakpoint
CREATE INDEX "cases_by_lapse" ON "cases" USING btree ("claim_lapses_at") WHERE claim_lapses_at is not null;--> statement-breakpoint
CREATE INDEX "cases_by_outcome" ON "cases" USING btree ("outcome","ends_at","id") WHERE outcome is not null;--> statement-breakpoint
CREATE INDEX "cases_by_closer" ON "cases" USING btree ("closed_by","ends_at","id") WHERE closed_by is not null;--> statement-breakpoint
CREATE INDEX "cases_by_trier" ON "cases" USING btree ("last_attempt_by","ends_at","id") WHERE last_attempt_by is not null;