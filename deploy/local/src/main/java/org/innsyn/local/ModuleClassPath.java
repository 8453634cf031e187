package org.innsyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A module as it would run in a JVM of its own: its jar and the libraries beside it, in a class loader that sees nothing
 * of anybody else's.
 */
final class ModuleClassPath {

    private final Path target;

    ModuleClassPath(Path checkout, String module) {
        target = checkout.resolve(module).resolve("target");
    }

    /**
     * Calls a public static method that takes strings.
     *
     * @return what it returned
     * @throws Refusal when the module has not been built
     */
    Object call(String className, String method, String... arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader module = classLoader(className);
        thread.setContextClassLoader(module);
        try {
            keepTomcatFromTheJvm(module);
            return module.loadClass(className).getMethod(method, String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException missing) {
            throw new Refusal(ExitCode.FAILED, target.getParent() + " has no " + className + "." + method + ". Build it again: ./innsyn up does.");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Tomcat registers a URL scheme with the JVM, which takes one registration only: the second service could not start.
     * The scheme is for packed web applications; there are none here.
     */
    private static void keepTomcatFromTheJvm(ClassLoader module) throws ReflectiveOperationException {
        String tomcat = "org.apache.catalina.webresources.TomcatURLStreamHandlerFactory";
        if (module.getResource(tomcat.replace('.', '/') + ".class") != null) {
            module.loadClass(tomcat).getMethod("disable").invoke(null);
        }
    }

    private ClassLoader classLoader(String name) {
        List<URL> urls = new ArrayList<>();
        addJars(target, urls);
        if (urls.isEmpty()) {
            throw new Refusal(ExitCode.FAILED, target.getParent() + " is not built. ./innsyn up builds it.");
        }
        addJars(target.resolve("lib"), urls);
        return new URLClassLoader(name, urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static void addJars(Path folder, List<URL> urls) {
        if (Files.notExists(folder)) {
            return;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                urls.add(url(jar));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("The libraries in " + folder + " cannot be listed", problem);
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
