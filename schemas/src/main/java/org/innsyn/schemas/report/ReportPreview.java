package org.innsyn.schemas.report;

import java.util.List;
import java.util.Map;
import org.innsyn.schemas.accesslog.AccessLogPage.Facet;

/**
 * What a report would list, as the index has it now.
 *
 * @param entries how many entries of the period are within the scope
 * @param choices for each list of a scope ("units", "purposes", "sources", "categories") the values the whole period has, most entries first
 * @param findings how many findings were raised in the period
 */
public record ReportPreview(long entries, Map<String, List<Facet>> choices, long findings) {}
