package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.gateway.Gateway;
import dev.ephor.quickstart.gateway.Route;
import java.util.List;

/** Which service answers which path under the one address; docs/gateway.md says the same. */
final class PublicPaths {
    private static final String OWN = "/ephor/v1/";

    private PublicPaths() {}

    static Gateway serve(Addresses addresses) {
        return Gateway.start(
                addresses.of(Addresses.GATEWAY),
                List.of(
                        route(
                                "/v1.0/identityGovernance/privilegedAccess/group/assignmentApprovals",
                                ServiceName.APPROVAL,
                                addresses),
                        route(OWN + "approvals", ServiceName.APPROVAL, addresses),
                        route(OWN + "approval-templates", ServiceName.APPROVAL, addresses),
                        route(OWN + "windows", ServiceName.MEMBERSHIP, addresses),
                        route(OWN + "provisioning-log", ServiceName.PROVISIONING, addresses),
                        route(OWN + "targets", ServiceName.PROVISIONING, addresses),
                        route(OWN + "stuck", ServiceName.PROVISIONING, addresses),
                        route(OWN + "audit", ServiceName.AUDIT, addresses)),
                addresses.url(ServiceName.REQUEST));
    }

    private static Route route(String prefix, ServiceName service, Addresses addresses) {
        return new Route(prefix, addresses.url(service));
    }
}
