package org.innsyn.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What it was measured on: figures of another machine are others, and so may be its ratios. */
public final class Machine {

    private Machine() {}

    /** Processor, memory, operating system, Java, and how busy the machine was with other things. */
    public static Map<String, String> describe() {
        var words = new LinkedHashMap<String, String>();
        words.put("processors", Runtime.getRuntime().availableProcessors() + " × " + line("/proc/cpuinfo", "model name"));
        words.put("memory", line("/proc/meminfo", "MemTotal"));
        words.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        words.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        words.put("load when it began", load());
        return words;
    }

    private static String line(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name)).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
        } catch (IOException | RuntimeException notLinux) {
            return "unknown";
        }
    }

    /** The average number of processes that wanted a processor in the last minute. */
    static String load() {
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : Figure.of(load);
    }
}
