package org.innsyn.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What every page loads: Aura and our own stylesheet over it, light or dark as the system is set. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://innsyn/innsyn.css")
@Push
@ColorScheme(ColorScheme.Value.SYSTEM)
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "innsyn/mark.svg", "any");
        settings.addMetaTag("referrer", "same-origin");
    }
}
