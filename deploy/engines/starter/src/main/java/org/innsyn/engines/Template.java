package org.innsyn.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Configuration files with {@code ${names}} in them. */
final class Template {

    private Template() {}

    static String fill(String resource, Map<String, Object> values) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", String.valueOf(value.getValue()));
            }
            return text;
        }
    }
}
