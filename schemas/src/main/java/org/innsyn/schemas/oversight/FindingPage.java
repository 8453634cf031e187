package org.innsyn.schemas.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of findings, last raised first.
 *
 * @param findings the findings
 * @param next cursor of the following page, null on the last
 * @param total how many match in all
 * @param open how many of each kind are open, whatever was asked for; kinds with none are left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingPage(List<FindingView> findings, @Nullable String next, long total, Map<FindingKind, Long> open) {}
