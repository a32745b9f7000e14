DROP INDEX "cases_by_did";--> statement-breakpoint
DROP INDEX "cases_by_last";--> statement-breakpoint
DROP INDEX "calls_of_case";--> statement-breakpoint
CREATE INDEX "cases_uncallable" ON "cases" USING btree ("state","last_missed_at","id") WHERE state = 'uncallable';--> statement-breakpoint
CREATE INDEX "cases_uncallable_by_did" ON "cases" USING btree ("state","did","visible_from") WHERE state = 'uncallable';--> statement-breakpoint
CREATE INDEX "calls_of_case" ON "calls" USING btree ("case_id","started_at") WHERE case_id is not null;