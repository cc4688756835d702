import { Anchor, Paper, Select, Stack, Text, Title, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyRight, Role } from '@/ui/server/types';
import { useRoleName } from '../useRoles';
import { grouped, heldByAny } from './rights';
import classes from './Roles.module.css';

interface RoleMatrixProps {
  portal: string;
  roles: Role[];
  /** Whether the titles of the portal's own roles lead to where they are changed. */
  editable: boolean;
}

/** Which role allows what: a table where there is room, one role at a time where there is none. */
export function RoleMatrix(props: RoleMatrixProps) {
  const { t } = useTranslation('roles');
  const narrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  return (
    <Stack gap="sm">
      {narrow ? <OneRole {...props} /> : <Matrix {...props} />}
      <Text size="sm" c="dimmed">
        {t('matrix.everybody')}
      </Text>
    </Stack>
  );
}

function Matrix({ portal, roles, editable }: RoleMatrixProps) {
  const { t } = useTranslation('roles');
  const roleName = useRoleName(portal);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('matrix')}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.right')}</th>
            {roles.map((role) => (
              <th key={role.name} scope="col">
                {editable && role.title ? (
                  <Anchor component={Link} to={`/roles/${role.name}`} inherit>
                    {role.title}
                  </Anchor>
                ) : (
                  roleName(role.name)
                )}
                <span className={classes.where}>{t(role.everywhere ? 'held.everywhere' : 'held.departments')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grouped(heldByAny(roles)).map((group) => (
            <Fragment key={group.name}>
              <tr>
                <th colSpan={roles.length + 1} scope="colgroup" className={classes.group}>
                  {t(`group.${group.name}`)}
                </th>
              </tr>
              {group.rights.map((right) => (
                <tr key={right}>
                  <th scope="row">
                    <Tooltip label={t(`right.${right}.about`, { defaultValue: right })} multiline maw={320}>
                      <span>{t(`right.${right}`, { defaultValue: right })}</span>
                    </Tooltip>
                  </th>
                  {roles.map((role) => (
                    <td key={role.name}>
                      <Mark allowed={role.rights.includes(right)} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ allowed }: { allowed: boolean }) {
  const { t } = useTranslation('roles');
  return allowed ? (
    <IconCheck size={18} className={classes.yes} role="img" aria-label={t('yes')} />
  ) : (
    <IconMinus size={18} className={classes.no} role="img" aria-label={t('no')} />
  );
}

function OneRole({ portal, roles, editable }: RoleMatrixProps) {
  const { t } = useTranslation(['roles', 'identity']);
  const roleName = useRoleName(portal);
  const [chosen, setChosen] = useState(roles[0]?.name ?? null);
  const role = roles.find(({ name }) => name === chosen) ?? roles[0];
  if (!role) {
    return null;
  }
  const about = t(`identity:role.${role.name}.about`, { defaultValue: '' });
  return (
    <Stack>
      <Select
        label={t('matrix.role')}
        data={roles.map(({ name }) => ({ value: name, label: roleName(name) }))}
        value={role.name}
        allowDeselect={false}
        onChange={setChosen}
      />
      <Text size="sm" c="dimmed">
        {[about, t(role.everywhere ? 'held.everywhere.about' : 'held.departments.about')].filter(Boolean).join('. ')}
      </Text>
      {editable && role.title ? (
        <Anchor component={Link} to={`/roles/${role.name}`}>
          {t('edit')}
        </Anchor>
      ) : null}
      {grouped(heldByAny(roles)).map((group) => (
        <Paper key={group.name} p="md">
          <Title order={2} size="h4" mb={4}>
            {t(`group.${group.name}`)}
          </Title>
          <ul className={classes.list}>
            {group.rights.map((right) => (
              <RightLine key={right} right={right} allowed={role.rights.includes(right)} />
            ))}
          </ul>
        </Paper>
      ))}
    </Stack>
  );
}

function RightLine({ right, allowed }: { right: AnyRight; allowed: boolean }) {
  const { t } = useTranslation('roles');
  return (
    <li>
      <Mark allowed={allowed} />
      <div>
        <Text {...(allowed ? {} : { c: 'dimmed' })}>{t(`right.${right}`, { defaultValue: right })}</Text>
        <Text size="xs" c="dimmed">
          {t(`right.${right}.about`, { defaultValue: '' })}
        </Text>
      </div>
    </li>
  );
}
