package dev.ephor.faults.weaving;

/**
 * A call in a method of a service.
 *
 * @param type the class that has the method, with its package
 * @param call the simple name of the method that is called there; every such call is meant
 */
public record Where(String type, String method, String call) {
    static Where of(String type, String method, String call) {
        return new Where("dev.ephor." + type, method, call);
    }

    /** As the JVM names the class. */
    String internalName() {
        return type.replace('.', '/');
    }
}
