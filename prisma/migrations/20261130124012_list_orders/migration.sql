-- CreateIndex
CREATE INDEX "participation_ordinal_id_idx" ON "participation"("ordinal", "id");

-- CreateIndex
CREATE INDEX "position_observed_on_id_idx" ON "position"("observed_on", "id");
