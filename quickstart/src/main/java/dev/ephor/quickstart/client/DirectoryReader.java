package dev.ephor.quickstart.client;

import dev.ephor.quickstart.entra.EntraEmulator;
import java.util.stream.StreamSupport;

/**
 * Reads the directory itself, through Graph and with a token of its own: what Ephor says of it does
 * not count here.
 */
public final class DirectoryReader {
    private final HttpCalls http;
    private final String graphUrl;

    public DirectoryReader(EntraEmulator entra) {
        this.http = new HttpCalls(entra.issueToken());
        this.graphUrl = entra.graphUrl();
    }

    /** Whether the principal is a direct member now. */
    public boolean isMember(String group, String principal) {
        String url = graphUrl + "/groups/" + group + "/members?$select=id&$top=999";
        while (!url.isEmpty()) {
            HttpCalls.Reply page = http.get(url.replace("$", "%24"));
            if (page.status() != 200) {
                throw new IllegalStateException("the directory does not answer: " + page);
            }
            if (StreamSupport.stream(page.body().path("value").spliterator(), false)
                    .anyMatch(member -> principal.equals(member.path("id").asText()))) {
                return true;
            }
            url = page.body().path("@odata.nextLink").asText("");
        }
        return false;
    }
}
