package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several people at one request at the same time. */
@ExtendWith(SharedHouse.class)
class DeskIT {

    @Test
    void two_people_see_each_others_changes_live_and_cannot_overwrite_each_other() throws Exception {
        String request = PageMatrixIT.requestOf(SharedHouse.customers().get(3));
        try (var first = SharedHouse.signedIn(SharedHouse.account("case-handler"));
                var second = SharedHouse.signedIn(SharedHouse.account("case-handler"));
                var controller = SharedHouse.signedIn(SharedHouse.account("controller"))) {
            first.open("/desk/" + request).settled().sees(".preparation");
            second.open("/desk/" + request).settled().fill("Note for the controller", "Half a thought");
            second.page().locator(".case-items > li vaadin-select").first().click();
            second.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Leave out")).click();
            var pushed = pushedTo(controller);
            controller.open("/desk/" + request).settled();
            pushed.clear();
            int before = controller.page().locator(".timeline li").count();

            first.page().locator(".preparation .actions vaadin-button").click();

            controller.reads("This request has moved on. You see the newest state").reads("Approve, and make a copy");
            assertThat(pushed).as("told at once, and of nothing but that there is news").isNotEmpty().noneMatch(text -> text.contains(request));
            assertThat(controller.page().locator(".timeline li").count()).isGreaterThanOrEqualTo(before);
            second.reads("Somebody else changed this request just now").picture("two-at-once");
            assertThat(second.page().getByLabel("Note for the controller").inputValue()).as("what was typed stays").isEqualTo("Half a thought");
            second.page().locator(".preparation .actions vaadin-button").click();
            second.reads("Somebody else changed this in the meantime").press("Show the newest state").reads("Waits for a decision");
            second.reads("Your choice, not handed over yet. On record: Put in the copy.").picture("choice-kept");
            assertThat(second.page().getByLabel("Note for the controller").inputValue()).isEqualTo("Half a thought");
            assertThat(first.page().getByText("This request has moved on").count()).as("told of their own change").isZero();
        }
    }

    /** What reaches a page without being asked for, from its next opening on. */
    private static Queue<String> pushedTo(Visitor visitor) {
        var texts = new ConcurrentLinkedQueue<String>();
        visitor.page().onWebSocket(socket -> socket.onFrameReceived(frame -> {
            if (frame.text().contains("execute")) {
                texts.add(frame.text());
            }
        }));
        return texts;
    }

    @Test
    void the_board_shows_where_every_request_stands_and_each_is_reached_by_keyboard() throws Exception {
        PageMatrixIT.requestOf(SharedHouse.customers().get(3));
        try (var handler = SharedHouse.signedIn(SharedHouse.account("case-handler"))) {
            handler.open("/desk").settled().sees("vaadin-grid");
            handler.page().locator("vaadin-select").last().click();
            handler.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Board")).click();
            handler.sees(".board-card").picture("board");
            handler.page().locator(".board-card").first().focus();
            handler.page().keyboard().press("Enter");
            handler.reads("What is held");
            assertThat(handler.complaints()).isEmpty();
        }
    }
}
