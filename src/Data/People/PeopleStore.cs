using Keukentafel.Domain.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Keukentafel.Data.People;

/// <summary>The accounts as ASP.NET Core Identity asks for them, with passkeys where ours are: sealed.</summary>
internal sealed class PeopleStore(AppDb db, Passkeys passkeys, IdentityErrorDescriber describer) : UserOnlyStore<Person, AppDb, Guid>(db, describer)
{
    public override async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.OwnerOfAsync(credentialId, cancellationToken) is { } owner ? await FindByIdAsync(owner.Value.ToString(), cancellationToken) : null;

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await GetPasskeysAsync(user, cancellationToken)).FirstOrDefault(one => one.CredentialId.AsSpan().SequenceEqual(credentialId));

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return [.. (await passkeys.ReadAsync(new PersonId(user.Id), cancellationToken)).Select(one => one.Info)];
    }

    // They are kept and taken away by Passkeys itself, with a line in the trail.
    public override Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
