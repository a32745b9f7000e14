CREATE TABLE "choices" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"saved_at" bigint NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"name" text PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"lease_ends_at" bigint NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
ALTER TABLE "quarantine" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
CREATE INDEX "legs_of_delivery" ON "legs" USING btree ("delivery_id");