using System.CommandLine;
using Keukentafel.Data.People;
using Keukentafel.Data.Store;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Commands;

/// <summary>Makes an account for somebody; the password is read from the standard input.</summary>
public static class AddPersonCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var name = new Argument<string>("sign-in") { Description = "The name to come in with." };
        var called = new Option<string>("--called") { Description = "What this person is called.", Required = true };
        var english = new Option<bool>("--english") { Description = "This person reads English." };
        var work = new Option<bool>("--professional") { Description = "This person works with families." };
        var command = new Command("add-person", "Makes an account; the password comes on the standard input.") { name, called, english, work };
        command.SetAction((result, cancellation) => CommandLine.InDatabaseAsync(1, async places =>
        {
            await using var hold = await Hold.ToWriteAsync(places, cancellation);
            await using var app = App.Build(places, demo: false, "http://localhost:0");
            await using var scope = app.Services.CreateAsyncScope();
            var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            var password = (await Console.In.ReadLineAsync(cancellation)) ?? "";
            var person = new Person
            {
                Id = Domain.Access.PersonId.New().Value,
                UserName = result.GetValue(name)!,
                Called = result.GetValue(called)!,
                Language = result.GetValue(english) ? "en" : "nl",
                IsProfessional = result.GetValue(work),
            };
            var made = await people.CreateAsync(person, password);
            foreach (var error in made.Errors)
            {
                await Console.Error.WriteLineAsync(error.Description);
            }

            return made.Succeeded ? 0 : 1;
        }, cancellation));
        return command;
    }
}
