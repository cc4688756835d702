import { Badge, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Face } from '@/ui/Face';
import { type Column, ListView } from '@/ui/ListView';
import { api } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import type { DepartmentMember } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { useRoleName } from '../useRoles';

/** Who is in a department, with their roles there. */
export function DepartmentMembers({ portal, id }: { portal: string; id: string }) {
  const { t } = useTranslation('departments');
  const may = useRights();
  const navigate = useNavigate();
  const roleName = useRoleName(portal);
  const list = usePages<DepartmentMember>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/departments/{id}/members',
      { params: { path: { portal, id }, query: { limit: 50 } } },
      byCursor,
    ),
  );
  const columns: Column<DepartmentMember>[] = [
    {
      key: 'name',
      title: t('member.name'),
      heading: true,
      render: (member) => (
        <Group gap="sm" wrap="nowrap">
          <Face portal={portal} name={member.name} picture={member.picture} />
          <span>{member.name}</span>
        </Group>
      ),
    },
    { key: 'roles', title: t('member.role'), render: (member) => member.roles.map(roleName).join(', ') },
    {
      key: 'main',
      title: t('member.main'),
      render: (member) =>
        member.main ? (
          <Badge variant="default">{t('member.main.yes')}</Badge>
        ) : (
          t('member.main.no')
        ),
    },
  ];
  return (
    <ListView
      list={list}
      columns={columns}
      id={(member) => member.id}
      label={t('members')}
      {...(may('MANAGE_PEOPLE')
        ? { open: (member: DepartmentMember) => void navigate({ to: '/people/$id', params: { id: member.id } }) }
        : {})}
      empty={{ title: t('members.none'), text: t('members.none.text') }}
    />
  );
}
