/** That the platform on containers fits the services that it runs. */
package dev.ephor.testing.compose;
