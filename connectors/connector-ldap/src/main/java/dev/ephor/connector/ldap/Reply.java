package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncSearchResultListener;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What comes of one search while others are under way on the same connection. */
final class Reply implements AsyncSearchResultListener {

    private static final long serialVersionUID = 1;

    private final transient List<SearchResultEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void searchEntryReturned(SearchResultEntry entry) {
        entries.add(entry);
    }

    @Override
    public void searchReferenceReturned(SearchResultReference reference) {
        // Other parts of a forest hold none of the entries that were configured.
    }

    @Override
    public void searchResultReceived(AsyncRequestID id, SearchResult result) {
        // The request's id has it.
    }

    List<SearchResultEntry> entries() {
        return List.copyOf(entries);
    }
}
