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
	"case_id" text
);
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
	"due_at" bigint NOT NULL,
	"attempts" bigint NOT NULL,
	"last_attempt_at" bigint,
	"last_attempt_by" text,
	"closed_at" bigint,
	"closed_by" text,
	"previous" text,
	"visible_from" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision_calls" (
	"decision_id" text NOT NULL,
	"call_id" text NOT NULL,
	CONSTRAINT "decision_calls_decision_id_call_id_pk" PRIMARY KEY("decision_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"note" text,
	"undone_at" bigint,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"received_at" bigint NOT NULL,
	"token" text NOT NULL,
	"method" text NOT NULL,
	"content_type" text,
	"body" "bytea" NOT NULL,
	"outcome" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dids" (
	"did" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legs" (
	"copy" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"call_id" text NOT NULL,
	"delivery_id" bigint NOT NULL,
	"first_received_at" bigint NOT NULL,
	"app_id" text,
	"conversation" text NOT NULL,
	"has_conversation" boolean NOT NULL,
	"leg_uuid" text,
	"request_id" text,
	"side" text,
	"direction" text,
	"status" text NOT NULL,
	"status_text" text,
	"from" text,
	"to" text,
	"virtual_number" text,
	"caller_id" text,
	"time" bigint,
	"started_at" bigint,
	"answered_at" bigint,
	"ended_at" bigint,
	"duration_seconds" bigint,
	"waited_seconds" bigint,
	"params" text,
	"hangup_reason" text,
	"user" text,
	"team" text,
	"menu" text,
	"voicemail" text,
	"recording" text,
	"record_type" text,
	"rate" text,
	"balance" text
);
--> statement-breakpoint
CREATE TABLE "pulse" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"delivery_id" bigint NOT NULL,
	"position" bigint NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "quarantine_delivery_id_position_pk" PRIMARY KEY("delivery_id","position")
);
--> statement-breakpoint
CREATE INDEX "calls_of_caller" ON "calls" USING btree ("caller","started_at");--> statement-breakpoint
CREATE INDEX "calls_of_case" ON "calls" USING btree ("case_id","started_at");--> statement-breakpoint
CREATE INDEX "calls_of_did" ON "calls" USING btree ("did");--> statement-breakpoint
CREATE INDEX "calls_by_deciding" ON "calls" USING btree ("decides_at");--> statement-breakpoint
CREATE INDEX "cases_of_caller" ON "cases" USING btree ("caller");--> statement-breakpoint
CREATE INDEX "cases_by_wait" ON "cases" USING btree ("state","first_missed_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_did" ON "cases" USING btree ("state","did","first_missed_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_last" ON "cases" USING btree ("state","last_missed_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_due" ON "cases" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "cases_by_closing" ON "cases" USING btree ("closed_at","id");--> statement-breakpoint
CREATE INDEX "decisions_of_call" ON "decision_calls" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "legs_of_call" ON "legs" USING btree ("call_id");--> statement-breakpoint
INSERT INTO "pulse" ("id", "revision") VALUES (1, 0);
