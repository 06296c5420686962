/** What the tests of the service have in common: its surroundings, and one group's scene. */
package dev.ephor.provisioning;
