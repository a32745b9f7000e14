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
ALTER TABLE "tokens" ADD COLUMN "did" text;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_once" ON "alerts" USING btree ("about","kind","channel_id");--> statement-breakpoint
CREATE INDEX "alerts_by_next" ON "alerts" USING btree ("channel_id","state","next_at");--> statement-breakpoint
CREATE INDEX "alerts_by_time" ON "alerts" USING btree ("at","id");