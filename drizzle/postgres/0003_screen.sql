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
CREATE INDEX "notes_of_caller" ON "caller_notes" USING btree ("caller","at");--> statement-breakpoint
CREATE INDEX "callers_by_name" ON "callers" USING btree ("name");--> statement-breakpoint
CREATE INDEX "parts_of_caller" ON "number_parts" USING btree ("caller");--> statement-breakpoint
CREATE INDEX "views_of_person" ON "saved_views" USING btree ("person_id","at");