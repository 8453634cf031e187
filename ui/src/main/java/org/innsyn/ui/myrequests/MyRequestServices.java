package org.innsyn.ui.myrequests;

import org.innsyn.schemas.request.CopiesApi;
import org.innsyn.schemas.request.CorrectionsApi;
import org.innsyn.schemas.request.LiftingsApi;
import org.innsyn.schemas.request.ReceiptsApi;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.TransfersApi;
import org.innsyn.ui.services.Downloads;
import org.springframework.stereotype.Component;

/** Everything the page of one's own request asks the request service. */
@Component
record MyRequestServices(RequestsApi requests, Downloads downloads, CopiesApi copies, TransfersApi transfers, ReceiptsApi receipts, CorrectionsApi corrections, LiftingsApi liftings) {}
