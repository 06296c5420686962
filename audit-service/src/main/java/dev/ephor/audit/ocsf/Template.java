package dev.ephor.audit.ocsf;

import com.fasterxml.jackson.databind.JsonNode;

/** A piece of the table, ready to be filled in. */
@FunctionalInterface
interface Template {
    /** What it says of this entry; a missing node where there is nothing to say. */
    JsonNode of(JsonNode line);
}
