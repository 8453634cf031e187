package org.innsyn.dsr.desk;

import org.innsyn.schemas.request.IdentityCodesApi;
import org.springframework.web.bind.annotation.RestController;

/** The API of one-time codes for who has no sign-in. */
@RestController
class IdentityCodesController implements IdentityCodesApi {

    private final CodeDesk codes;

    IdentityCodesController(CodeDesk codes) {
        this.codes = codes;
    }

    @Override
    public Heard askForCode(AskForCode command) {
        Texts.given("reference", command.reference());
        codes.sendQuietly(command.reference().strip());
        return new Heard("If this is the reference of an open request and we know an address, a code is on its way to it.");
    }

    @Override
    public Heard giveCode(GiveCode command) {
        codes.confirmQuietly(command.reference() == null ? null : command.reference().strip(), command.code());
        return new Heard("Thank you. It is known now that the request is yours.");
    }
}
