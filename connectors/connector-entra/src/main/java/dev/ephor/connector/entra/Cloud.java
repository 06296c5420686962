package dev.ephor.connector.entra;

import com.azure.identity.AzureAuthorityHosts;
import java.net.URI;
import java.util.Map;

/** Microsoft's clouds: which authority gives the tokens for which Graph. */
final class Cloud {

    /** See "National cloud deployments" in Graph's documentation. */
    private static final Map<String, String> AUTHORITIES =
            Map.of(
                    "graph.microsoft.com", AzureAuthorityHosts.AZURE_PUBLIC_CLOUD,
                    "graph.microsoft.us", AzureAuthorityHosts.AZURE_GOVERNMENT,
                    "dod-graph.microsoft.us", AzureAuthorityHosts.AZURE_GOVERNMENT,
                    "microsoftgraph.chinacloudapi.cn", AzureAuthorityHosts.AZURE_CHINA);

    private Cloud() {}

    static boolean knows(URI graph) {
        return AUTHORITIES.containsKey(graph.getHost());
    }

    static String authority(URI graph) {
        return AUTHORITIES.getOrDefault(graph.getHost(), AzureAuthorityHosts.AZURE_PUBLIC_CLOUD);
    }
}
