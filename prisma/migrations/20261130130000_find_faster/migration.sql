-- What filters ask of short texts is found by their parts, folded.
CREATE INDEX "agreement_title_parts_idx" ON "agreement" USING GIN (name_parts(fold_names(ARRAY["title"])));
CREATE INDEX "article_headline_parts_idx" ON "article" USING GIN (name_parts(fold_names(ARRAY["headline"])));
CREATE INDEX "article_publisher_parts_idx" ON "article" USING GIN (name_parts(fold_names(ARRAY["publisher"])));
CREATE INDEX "indicator_measure_parts_idx" ON "indicator" USING GIN (name_parts(fold_names(ARRAY["measure"])));
CREATE INDEX "meeting_series_name_parts_idx" ON "meeting_series" USING GIN (name_parts(fold_names(ARRAY["name"])));
CREATE INDEX "position_role_parts_idx" ON "position" USING GIN (name_parts(fold_names(ARRAY["role"])));
CREATE INDEX "position_title_parts_idx" ON "position" USING GIN (name_parts(fold_names(ARRAY["title"])));
CREATE INDEX "article_warned_idx" ON "article"("id") WHERE (warnings <> '[]'::jsonb);
CREATE INDEX "indicator_value_id_idx" ON "indicator"("value", "id");
CREATE INDEX "indicator_form_idx" ON "indicator"("form");
CREATE INDEX "indicator_planned_idx" ON "indicator"("planned");
CREATE INDEX "meeting_date_basis_idx" ON "meeting"("date_basis");
CREATE INDEX "meeting_format_idx" ON "meeting"("format");
CREATE INDEX "organisation_classification_idx" ON "organisation"("classification");
CREATE INDEX "position_observed_on_id_idx" ON "position"("observed_on", "id");
