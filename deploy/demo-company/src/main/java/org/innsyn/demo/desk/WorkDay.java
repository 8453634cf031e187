package org.innsyn.demo.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The mix of work: mostly routine, now and then something the access control table does not allow. */
final class WorkDay {

    private static final List<Work> MIX = mix();

    private WorkDay() {}

    static Work next(RandomGenerator random) {
        return MIX.get(random.nextInt(MIX.size()));
    }

    private static List<Work> mix() {
        List<Work> mix = new ArrayList<>();
        add(mix, 30, CaseWork.readBy(Staff.FIRST_LINE));
        add(mix, 8, CaseWork.readBy(Staff.SECOND_LINE));
        add(mix, 10, CaseWork.answer());
        add(mix, 16, ContactWork.lookUpByEmail());
        add(mix, 6, ContactWork.changeAddress());
        add(mix, 12, BillingWork.checkInvoices());
        add(mix, 4, BillingWork.invoiceRun());
        add(mix, 1, BillingWork.handToCollector());
        add(mix, 7, OperationsWork.readAliases());
        add(mix, 3, OperationsWork.renewDomains());
        add(mix, 1, CaseWork.readByBilling());
        add(mix, 2, ContactWork.lookUpWithoutCase());
        return List.copyOf(mix);
    }

    private static void add(List<Work> mix, int weight, Work work) {
        for (int i = 0; i < weight; i++) {
            mix.add(work);
        }
    }
}
