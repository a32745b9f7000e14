DROP INDEX "cases_by_end";--> statement-breakpoint
DROP INDEX "cases_by_did";--> statement-breakpoint
CREATE INDEX "quarantine_waiting" ON "quarantine" USING btree ("delivery_id","position") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "cases_by_end" ON "cases" USING btree ("state","ends_at","did");--> statement-breakpoint
CREATE INDEX "cases_by_did" ON "cases" USING btree ("state","did","first_missed_at","id","visible_from");