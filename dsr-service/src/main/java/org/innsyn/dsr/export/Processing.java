package org.innsyn.dsr.export;

import java.util.List;
import java.util.function.Supplier;
import org.innsyn.dsr.register.ProcessingRegister;
import org.innsyn.schemas.policy.GrantedUse;
import org.innsyn.schemas.policy.PolicyApi;
import org.springframework.web.client.RestClientException;

/**
 * What is written down about the processing.
 *
 * @param register the controller's own record
 * @param uses what the access control table allows when the copy is made
 */
public record Processing(ProcessingRegister register, Supplier<List<GrantedUse>> uses) {

    /** The table as the audit-service has it in force; a copy is not made while it cannot be asked. */
    public static Processing of(ProcessingRegister register, PolicyApi policy) {
        return new Processing(register, () -> {
            try {
                return policy.uses();
            } catch (RestClientException e) {
                throw new CopyIncomplete("The audit service did not say what its access control table allows. No copy was made; it is tried again.");
            }
        });
    }
}
