package dev.ephor.request.mailing;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A mail as people read it: the same as text and as HTML. */
@ApplicationScoped
class Letters {
    private final Template text;
    private final Template html;
    private final String links;

    Letters(
            @Location("mailing/letter.txt") Template text,
            @Location("mailing/letter.html") Template html,
            @ConfigProperty(name = "ephor.links.base") String links) {
        this.text = text;
        this.html = html;
        this.links = links.replaceAll("/+$", "");
    }

    String text(Notice notice) {
        return text.data("notice", notice).data("link", link(notice)).render();
    }

    String html(Notice notice) {
        return html.data("notice", notice).data("link", link(notice)).render();
    }

    private String link(Notice notice) {
        return links + notice.path();
    }
}
