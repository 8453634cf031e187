package org.innsyn.local;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One route of a service's HTTP API, as its controllers declare it: by their own mappings, and by those of the published interfaces
 * they implement.
 *
 * @param service the module whose controller answers
 * @param method GET or POST
 * @param path with its places in braces
 * @param declared where it is declared
 */
record ApiRoute(String service, String method, String path, MethodModel declared) implements Comparable<ApiRoute> {

    private static final Map<String, String> METHODS = Map.of(
            "GetExchange", "GET", "PostExchange", "POST", "PutExchange", "PUT", "DeleteExchange", "DELETE", "PatchExchange", "PATCH",
            "GetMapping", "GET", "PostMapping", "POST", "PutMapping", "PUT", "DeleteMapping", "DELETE");

    /** All routes of a service. */
    static List<ApiRoute> of(String service) {
        var routes = new TreeSet<ApiRoute>();
        var schemas = new ClassFiles("schemas");
        for (ClassModel controller : new ClassFiles(service).all()) {
            if (ClassFiles.annotation(controller, "RestController").isEmpty() && ClassFiles.annotation(controller, "Controller").isEmpty()) {
                continue;
            }
            declared(service, controller, "RequestMapping").forEach(routes::add);
            controller.interfaces().stream()
                    .map(api -> schemas.named(api.asInternalName()))
                    .flatMap(Optional::stream)
                    .flatMap(api -> declared(service, api, "HttpExchange"))
                    .forEach(routes::add);
        }
        return List.copyOf(routes);
    }

    private static Stream<ApiRoute> declared(String service, ClassModel type, String annotation) {
        String prefix = ClassFiles.annotation(type, annotation).map(found -> ClassFiles.text(found, "value", "url", "path")).orElse("");
        if (type.methods().stream().anyMatch(method -> ClassFiles.annotation(method, "RequestMapping").isPresent() || ClassFiles.annotation(method, "HttpExchange").isPresent())) {
            throw new IllegalStateException(type.thisClass().asInternalName() + " maps a method without saying GET or POST: teach this test to read it");
        }
        return type.methods().stream().flatMap(method -> METHODS.entrySet().stream().flatMap(name -> ClassFiles.annotation(method, name.getKey())
                .map(found -> new ApiRoute(service, name.getValue(), prefix + ClassFiles.text(found, "value", "url", "path"), method)).stream()));
    }

    /** Whether its address names one particular thing. */
    boolean namesSomething() {
        return path.contains("{");
    }

    @Override
    public int compareTo(ApiRoute other) {
        return (service + path + method).compareTo(other.service + other.path + other.method);
    }

    @Override
    public String toString() {
        return service + " " + method + " " + path;
    }
}
