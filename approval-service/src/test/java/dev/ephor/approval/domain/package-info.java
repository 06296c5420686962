/** Rules and orders of arrival, without anything around them. */
package dev.ephor.approval.domain;
