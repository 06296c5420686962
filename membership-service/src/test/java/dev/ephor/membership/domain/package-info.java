/** The rules of memberships, told as stories and tried by chance. */
package dev.ephor.membership.domain;
