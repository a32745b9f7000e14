DROP INDEX "parts_of_caller";--> statement-breakpoint
DROP INDEX "calls_of_caller";--> statement-breakpoint
DROP INDEX "cases_by_end";--> statement-breakpoint
DROP INDEX "cases_by_did";--> statement-breakpoint
CREATE INDEX "quarantine_waiting" ON "quarantine" USING btree ("delivery_id","position") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "calls_of_caller" ON "calls" USING btree ("caller","started_at","id","did","direction","verdict","decides_at","caller_answered","talk_seconds","other_answered","other_talk_seconds");--> statement-breakpoint
CREATE INDEX "cases_by_end" ON "cases" USING btree ("state","ends_at","did");--> statement-breakpoint
CREATE INDEX "cases_by_did" ON "cases" USING btree ("state","did","first_missed_at","id","visible_from");