/** Where the picture of a portal's logo is. */
export function logoAddress(portal: { id: string; logo?: string | undefined }): string | undefined {
  return portal.logo ? `/api/v1/portals/${portal.id}/logo/${portal.logo}` : undefined;
}
