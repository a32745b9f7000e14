CREATE TABLE "caller_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"caller" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"text" text NOT NULL,
	"removed_at" bigint,
	"removed_by" text
);
--> statement-breakpoint
CREATE TABLE "callers" (
	"caller" text PRIMARY KEY NOT NULL,
	"name" text,
	"is_spam" boolean DEFAULT false NOT NULL,
	"saved_at" bigint NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_parts" (
	"part" text NOT NULL,
	"caller" text NOT NULL,
	CONSTRAINT "number_parts_part_caller_pk" PRIMARY KEY("part","caller")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "calls_of_did";--> statement-breakpoint
CREATE INDEX "notes_of_caller" ON "caller_notes" USING btree ("caller","at");--> statement-breakpoint
CREATE INDEX "callers_by_name" ON "callers" USING btree (lower("name"),"caller");--> statement-breakpoint
CREATE INDEX "parts_of_caller" ON "number_parts" USING btree ("caller");--> statement-breakpoint
CREATE INDEX "views_of_person" ON "saved_views" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "calls_by_verdict" ON "calls" USING btree ("verdict","started_at");--> statement-breakpoint
CREATE INDEX "calls_of_staff" ON "calls" USING btree ("staff","started_at");--> statement-breakpoint
CREATE INDEX "cases_by_missed" ON "cases" USING btree ("last_missed_at","id");--> statement-breakpoint
CREATE INDEX "cases_of_did_by_missed" ON "cases" USING btree ("did","last_missed_at","id");--> statement-breakpoint
CREATE INDEX "cases_of_did_by_end" ON "cases" USING btree ("did","ends_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_outcome" ON "cases" USING btree ("outcome","ends_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_closer" ON "cases" USING btree ("closed_by","ends_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_trier" ON "cases" USING btree ("last_attempt_by","ends_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_length" ON "cases" USING btree (("last_missed_at" - "first_missed_at")) WHERE missed_count > 1;--> statement-breakpoint
CREATE INDEX "calls_of_did" ON "calls" USING btree ("did","started_at");