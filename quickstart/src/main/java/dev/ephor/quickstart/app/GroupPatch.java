package dev.ephor.quickstart.app;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.patch.PatchOperationHandler;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedComplexAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedComplexMultivaluedSubAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedComplexSimpleSubAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedSimpleAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.PatchOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.RemoveComplexAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.RemoveExtensionRefOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.SimpleAttributeOperation;
import dev.ephor.quickstart.app.Equalities.Equality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One PATCH of one group: collects its operations, then does all of them; a bad one leaves nothing
 * done.
 */
final class GroupPatch implements PatchOperationHandler<Group> {
    private final AppState state;
    private final AppGroup group;
    private final List<Runnable> steps = new ArrayList<>();
    private String name;
    private @Nullable String externalId;

    GroupPatch(AppState state, AppGroup group) {
        this.state = state;
        this.group = group;
        this.name = group.view().displayName();
        this.externalId = group.view().externalId();
    }

    @Override
    public boolean handleOperation(String id, MultivaluedComplexAttributeOperation operation) {
        if (operation.isRemoveOp()) {
            steps.add(removal(operation));
            return true;
        }
        if (operation.isWithFilter()) {
            throw invalid(operation, "members are added and removed, not changed in place");
        }
        List<String> members = values(operation);
        GroupResources.requireUsers(state, members);
        steps.add(
                operation.isReplaceOp()
                        ? () -> group.replace(members, state)
                        : () -> group.change(members, List.of(), state));
        return true;
    }

    private Runnable removal(MultivaluedComplexAttributeOperation operation) {
        if (!operation.isWithFilter()) {
            return () -> group.replace(List.of(), state);
        }
        List<String> members =
                Equalities.any(operation.getFilter())
                        .orElseThrow(
                                () ->
                                        invalid(
                                                operation,
                                                "filter members by value eq, joined by or"))
                        .stream()
                        .map(Equality::text)
                        .toList();
        return () -> group.change(List.of(), members, state);
    }

    private static List<String> values(MultivaluedComplexAttributeOperation operation) {
        List<String> values = new ArrayList<>();
        for (JsonNode member : operation.getValuesNode()) {
            if (!member.path("value").isTextual()) {
                throw invalid(operation, "each member needs a value");
            }
            values.add(member.path("value").asText());
        }
        return values;
    }

    @Override
    public boolean handleOperation(String id, SimpleAttributeOperation operation) {
        String text = operation.isRemoveOp() ? null : operation.getValuesNode().asText();
        switch (operation.getSchemaAttribute().getName()) {
            case "externalId" -> externalId = text;
            case "displayName" -> {
                if (text == null) {
                    throw invalid(operation, "a group needs a displayName");
                }
                name = text;
            }
            default -> throw invalid(operation, "this attribute of a group cannot be changed");
        }
        return true;
    }

    @Override
    public boolean handleOperation(String id, RemoveExtensionRefOperation operation) {
        throw invalid(operation, "groups have no extension");
    }

    @Override
    public boolean handleOperation(String id, MultivaluedSimpleAttributeOperation operation) {
        throw invalid(operation, "groups have no such attribute");
    }

    @Override
    public boolean handleOperation(String id, RemoveComplexAttributeOperation operation) {
        throw invalid(operation, "groups have no such attribute");
    }

    @Override
    public boolean handleOperation(
            String id, MultivaluedComplexSimpleSubAttributeOperation operation) {
        throw invalid(operation, "members are added and removed, not changed in place");
    }

    @Override
    public boolean handleOperation(
            String id, MultivaluedComplexMultivaluedSubAttributeOperation operation) {
        throw invalid(operation, "members are added and removed, not changed in place");
    }

    private static BadRequestException invalid(PatchOperation<?> operation, String reason) {
        return new BadRequestException(
                operation.getPatchOp().getValue() + ": " + reason, ScimType.RFC7644.INVALID_PATH);
    }

    @Override
    public Supplier<Group> getOldResourceSupplier(
            String id,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        return () -> GroupResources.resource(group, true);
    }

    @Override
    public Group getPatchedResource(String id) {
        return Group.builder().id(id).build();
    }

    /** Does what was collected. No resource given back means an answer of 204 without a body. */
    @Override
    @SuppressWarnings("NullAway") // the library's contract, which its types do not state
    public Group getUpdatedResource(
            String id,
            Group patched,
            boolean changed,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        GroupResources.describe(state, group, name, externalId);
        steps.forEach(Runnable::run);
        return null;
    }
}
