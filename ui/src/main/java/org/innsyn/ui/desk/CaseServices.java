package org.innsyn.ui.desk;

import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.request.CorrectionsApi;
import org.innsyn.schemas.request.LiftingsApi;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestsApi;
import org.springframework.stereotype.Component;

/** Everything the page of one request asks the request service. */
@Component
record CaseServices(RequestsApi requests, RequestDeskApi desk, HoldsApi holds, CorrectionsApi corrections, LiftingsApi liftings) {}
