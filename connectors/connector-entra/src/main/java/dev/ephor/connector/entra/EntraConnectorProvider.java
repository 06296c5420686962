package dev.ephor.connector.entra;

import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;

/**
 * Opens connectors to Entra ID. Settings:
 *
 * <ul>
 *   <li>{@code tenantId}, {@code clientId}: the tenant, and the app registration that acts in it
 *   <li>{@code clientSecretRef}: the name of the secret that holds the app's client secret
 *   <li>{@code graphUrl}: {@code https://graph.microsoft.com/v1.0} by default; a national cloud's
 *       Graph, or an emulator's URL on loopback
 *   <li>{@code tokenUrl}: an emulator's token endpoint; without it, tokens come from Entra through
 *       azure-identity
 *   <li>{@code grants}: {@code members} by default, links that stay until they are taken away; or
 *       {@code pim}, active assignments of PIM for Groups, which Entra ends by itself
 *   <li>{@code writes} in {@code writesPer}: how much this app may write in the tenant, {@code
 *       3000} in {@code PT150S} by default as Graph documents it, {@code 450} with {@code pim};
 *       less where others write with the same app
 *   <li>{@code timeout}: the longest wait for one answer, {@code PT10S} by default
 * </ul>
 *
 * <p>The app needs the application permission {@code GroupMember.ReadWrite.All}, {@code
 * Group.ReadWrite.All} for owners, and {@code RoleManagement.ReadWrite.Directory} besides where a
 * group is role-assignable. With {@code pim} it needs {@code
 * PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup} as well, and the tenant licences of Entra ID
 * P2 or Entra ID Governance.
 */
public final class EntraConnectorProvider implements ConnectorProvider {

    @Override
    public String kind() {
        return "entra";
    }

    @Override
    public Connector open(Settings settings) {
        return EntraConnector.open(EntraTenant.of(settings));
    }
}
