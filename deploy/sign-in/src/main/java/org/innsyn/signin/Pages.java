package org.innsyn.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The two pages there are. */
@Controller
class Pages {

    /**
     * @param error present after a user name and password that do not belong together
     * @param again present when somebody who is signed in has to give the password once more
     */
    @GetMapping("/sign-in")
    String signIn(@RequestParam @Nullable String error, @RequestParam @Nullable String again, Model page) {
        page.addAttribute("failed", error != null);
        page.addAttribute("again", again != null && error == null);
        return "sign-in";
    }

    /** Where somebody lands who signed in without having been on the way anywhere. */
    @GetMapping("/")
    String start() {
        return "start";
    }
}
