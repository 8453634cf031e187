package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** What two people of the desk do where a part of a request is done by hand. */
final class ByHand {

    /** More than an upload's small default limits, and no more than the desk takes. */
    private static final int LARGE = 3 << 20;

    private final Visitor handler;
    private final Visitor controller;

    ByHand(Visitor handler, Visitor controller) {
        this.handler = handler;
        this.controller = controller;
    }

    void collect(String account) {
        String request = decided("Request for a copy", account);
        openTheTask();
        handler.reads("Find and hand out what is held: archive").reads("Look on shelf <b>12</b>.").reads(account).reads("No file is uploaded.").picture("1-task");
        byte[] large = new byte[LARGE];
        Arrays.fill(large, (byte) 'x');
        handler.page().locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("<img src=x onerror=window.owned=1>.txt", "text/plain", "A letter.".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("scan.bin", "application/octet-stream", large)});
        handler.reads("2 files go into the copy").fill("What was found, or where was looked", "Two letters from shelf 12.").picture("2-uploaded");
        var late = handler.page().context().newPage();
        late.navigate(handler.page().url());
        late.locator("vaadin-upload").waitFor();
        handler.press("Record that these are all").reads("It is on record").picture("3-done");
        assertThat(handler.page().evaluate("() => window.owned")).isNull();
        late.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("late.txt", "text/plain", "Found later.".getBytes(StandardCharsets.UTF_8)));
        late.getByText("This cannot be done any more, or not yet").waitFor();
        late.getByText("It was not taken.").first().waitFor();
        late.close();
        over(request);
    }

    void erase(String account) {
        String request = decided("Request for deletion", account);
        openTheTask();
        handler.reads("Find and remove what is held: archive").reads("Nobody looks it up again");
        choose("What was there", "Something, and it is removed");
        handler.fill("How many records were removed", "2").fill("What exactly was removed, or where was looked", "Two folders from shelf 12, shredded.").picture("4-removed");
        handler.press("Record that it is done").reads("It is on record");
        over(request);
        handler.open("/desk/" + request).reads("Said by who did it: Two folders from shelf 12, shredded.").picture("5-case");
    }

    private String decided(String right, String account) {
        handler.open("/desk/new").settled();
        choose("What they ask for", right);
        choose("It came by", "Letter");
        handler.fill("Whose data is meant", account).press("Record this request").sees(".preparation");
        handler.page().locator("vaadin-details-summary").filter(new Locator.FilterOptions().setHasText("Record how it was made sure who asks")).first().click();
        choose("How", "Reached at an address known before");
        handler.press("Record it").reads("Reached at an address known before").press("Hand over for decision").reads("Waits for a decision");
        String request = handler.page().url().replaceAll(".*/", "");
        controller.open("/desk/" + request).settled().sees(".approve");
        if (controller.page().locator(".typed").count() > 0) {
            controller.page().locator(".typed input").fill(controller.page().locator(".case-title .reference").innerText());
        }
        controller.page().locator(".approve").click();
        controller.reads("Being carried out").reads("It waits for a person or another system.");
        return request;
    }

    /** The machine's parts come first, so that the task may be there a little later. */
    private void openTheTask() {
        await().atMost(Duration.ofSeconds(60)).until(() -> handler.open("/tasks").settled().page().locator(".task-card h2 a").count(), count -> count == 1);
        handler.page().locator(".task-card h2 a").click();
        handler.reads("That you read this task is itself recorded.").onAPhoneInTheDark("task");
    }

    private void over(String request) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1)).untilAsserted(
                () -> assertThat(handler.open("/desk/" + request).settled().page().locator(".case-person .badge").innerText()).isEqualTo("Done"));
    }

    private void choose(String label, String option) {
        handler.page().locator(".deed[opened] vaadin-select:has(label:text-is('" + label + "'))").first().click();
        handler.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).first().click();
    }
}
