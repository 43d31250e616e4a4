package org.commitcast.ingest.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some findings; {@code next} is the cursor of those that follow. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingPage(List<FindingView> findings, @Nullable String next) {}
