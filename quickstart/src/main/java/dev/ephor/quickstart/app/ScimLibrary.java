package dev.ephor.quickstart.app;

import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.complex.BulkConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ChangePasswordConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ETagConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.SortConfig;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.AuthenticationScheme;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.base.GroupEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.patch.workarounds.PatchWorkaround;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sets the SCIM library up: what the application says that it can, and its lenience toward real
 * clients.
 */
final class ScimLibrary {
    private static final int LARGEST_PAGE = 100;

    private ScimLibrary() {}

    static ResourceEndpoint over(AppState state) {
        ResourceEndpoint library =
                new ResourceEndpoint(
                        capabilities(),
                        new UserEndpointDefinition(new UserResources(state)),
                        new GroupEndpointDefinition(new GroupResources(state)));
        addDialects(library);
        return library;
    }

    /** Before the library's own, which take the same requests for something else. */
    @SuppressWarnings("unchecked") // the library gives its list of suppliers as a raw one
    private static void addDialects(ResourceEndpoint library) {
        List<Supplier<PatchWorkaround>> workarounds = library.getPatchWorkarounds();
        workarounds.addFirst(MemberDialects::new);
    }

    private static ServiceProvider capabilities() {
        PatchConfig patch =
                PatchConfig.builder()
                        .supported(true)
                        .ignoreUnknownAttributes(true)
                        .activateMsAzureFilterWorkaround(true)
                        .activateMsAzureValueSubAttributeWorkaround(true)
                        .activateMsAzureComplexSimpleValueWorkaround(true)
                        .build();
        return ServiceProvider.builder()
                .patchConfig(patch)
                .filterConfig(
                        FilterConfig.builder().supported(true).maxResults(LARGEST_PAGE).build())
                .bulkConfig(BulkConfig.builder().supported(false).build())
                .sortConfig(SortConfig.builder().supported(false).build())
                .eTagConfig(ETagConfig.builder().supported(false).build())
                .changePasswordConfig(ChangePasswordConfig.builder().supported(false).build())
                .authenticationSchemes(List.of(bearer()))
                .lenientContentTypeChecking(true)
                .caseInsensitiveValidation(true)
                .build();
    }

    private static AuthenticationScheme bearer() {
        return AuthenticationScheme.builder()
                .name("OAuth Bearer Token")
                .type("oauthbearertoken")
                .description("The token that the application was started with")
                .build();
    }
}
