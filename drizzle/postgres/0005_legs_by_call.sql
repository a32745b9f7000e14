DROP INDEX "legs_of_call";--> statement-breakpoint
ALTER TABLE "legs" DROP CONSTRAINT "legs_pkey";--> statement-breakpoint
ALTER TABLE "legs" ADD CONSTRAINT "legs_call_id_copy_pk" PRIMARY KEY("call_id","copy");
