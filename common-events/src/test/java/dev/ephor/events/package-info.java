/**
 * The contract that other systems and later versions rely on: schemas, golden samples, wire form.
 *
 * <p>The committed schemas and {@code docs/asyncapi.yaml} are generated from the records. After a
 * change on purpose, rewrite them with {@code mvn -f common-events/pom.xml test -Dephor.write=true}
 * and look at the difference before committing it: what an old consumer cannot read is a new
 * version of the event. Golden samples are written by hand, once, and never changed; an event that
 * grows a member that may be absent gets a new one, and the old one lies under {@code earlier}.
 */
package dev.ephor.events;
