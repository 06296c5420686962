package dev.ephor.quickstart.gateway;

/**
 * Which service answers what.
 *
 * @param prefix the beginning of the raw path; what follows it may not go on as a word
 * @param service the service's own address, without a slash at the end
 */
public record Route(String prefix, String service) {

    boolean covers(String path) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length()
                        || !Character.isLetterOrDigit(path.charAt(prefix.length())));
    }
}
